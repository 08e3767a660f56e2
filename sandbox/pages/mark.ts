/** The bank's mark: a column between two lines, as on a bank's front. Its own icon, served by itself. */
export const MARK_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="28" height="28">
<rect width="28" height="28" rx="6" fill="#f3e3b8"/>
<path d="M14 5 23 10.5H5Z" fill="#14305f"/>
<path d="M7.5 12h2.4v7.5H7.5zM12.8 12h2.4v7.5h-2.4zM18.1 12h2.4v7.5h-2.4z" fill="#14305f"/>
<path d="M5 20.8h18V23H5z" fill="#14305f"/>
</svg>
`;
