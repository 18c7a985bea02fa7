// The colours of the style sheet, for what the style sheet can't reach: the canvas and exported pictures.

const NAMES = ["paper", "ink", "soft", "faint", "accent", "state", "organisation", "person", "vc", "mc", "st", "vx", "mx"];

export function palette(theme) {
  const probe = document.getElementById(`probe-${theme}`);
  const style = getComputedStyle(probe);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

export function themeOf(state) {
  return state.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}
