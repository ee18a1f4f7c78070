// The few words of DOM that the views are written in.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes (those that are null or false left out) and children. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, handler]) => element.addEventListener(event, handler));
    } else if (value != null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Writes only what differs, so that nothing is laid out anew for nothing. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Brings children into this order, moving only those that are out of place: a move costs the focus. */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) child.remove();
  }
  children.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
}

/** A short glow that says "this has just changed". */
export function glow(element) {
  element.classList.remove('changed');
  void element.offsetWidth;
  element.classList.add('changed');
}

// Each light has its own shape, so that it can be told without its colour.
const SHAPES = {
  achieved: ['<circle cx="8" cy="8" r="7"/>', '<path class="cut" d="M4.500 8.200l2.400 2.500 4.600-5"/>'],
  'on-track': ['<circle cx="8" cy="8" r="5.500"/>'],
  'at-risk': ['<path d="M8 1.500l7 13H1z"/>'],
  behind: ['<path d="M8 .800L15.200 8 8 15.200.800 8z"/>'],
  overdue: ['<rect x="1.500" y="1.500" width="13" height="13"/>', '<path class="cut" d="M8 4v5M8 11v1.600"/>'],
  'not-due': ['<circle class="hollow" cx="8" cy="8" r="5.500"/>'],
};

const drawings = new Map(
  Object.entries(SHAPES).map(([light, parts]) => {
    const drawing = new DOMParser().parseFromString(`<svg xmlns="${SVG}" viewBox="0 0 16 16">${parts.join('')}</svg>`, 'image/svg+xml');
    return [light, drawing.documentElement];
  }),
);

/** The shape of a light; decoration, since its word stands beside it. */
export function shape(light) {
  const drawing = document.importNode(drawings.get(light) ?? drawings.get('not-due'), true);
  drawing.setAttribute('class', 'shape');
  drawing.setAttribute('aria-hidden', 'true');
  return drawing;
}
