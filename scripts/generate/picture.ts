import { layoutOf, type Place } from '../../nodes/adapter/layout';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { LeafField } from '../../shared/declare/form';

const WIDTH = 460;
const LEFT = 24;
const INNER = WIDTH - 2 * LEFT;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const words = (x: number, y: number, text: string, look: string) => `<text x="${x}" y="${y}" ${look}>${escape(text)}</text>`;
const box = (x: number, y: number, width: number, height: number, look: string) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" ${look}/>`;

const LABEL = 'font-size="12" font-weight="600" fill="#333"';
const VALUE = 'font-size="12" fill="#555"';
const HINT = 'font-size="12" fill="#aaa"';
const FRAME = 'fill="#fff" stroke="#ccc"';

interface Drawn {
	svg: string;
	height: number;
}

function input(y: number, label: string, required: boolean, value: string, hint: string, list: boolean): Drawn {
	const arrow = list ? `<path d="M${LEFT + INNER - 18} ${y + 26} l4 4 l4 -4" fill="none" stroke="#888"/>` : '';
	const shown = value === '' ? words(LEFT + 10, y + 32, hint, HINT) : words(LEFT + 10, y + 32, value, VALUE);
	return { svg: words(LEFT, y + 8, required ? `${label} *` : label, LABEL) + box(LEFT, y + 15, INNER, 26, FRAME) + shown + arrow, height: 56 };
}

function leaf(y: number, label: string, required: boolean, field: LeafField): Drawn {
	const chosen = field.options.find(({ value }) => value === field.default)?.label;
	const hint = field.placeholder ? `e.g. ${field.placeholder}` : field.choices ? 'Choose…' : '';
	return input(y, label, required, chosen ?? String(field.default ?? ''), hint, field.kind === 'choice' || field.choices !== undefined);
}

function button(y: number, label: string, word: string): Drawn {
	const svg = words(LEFT, y + 8, label, LABEL) + box(LEFT, y + 15, INNER, 26, 'fill="#f5f5f7" stroke="#ddd"') + words(LEFT + INNER / 2, y + 32, word, `${VALUE} text-anchor="middle"`);
	return { svg, height: 56 };
}

function place(y: number, at: Place): Drawn {
	if (at.kind === 'single') return leaf(y, at.label, at.required, at.leaf);
	if (at.kind === 'drawer') return button(y, at.label, 'Add Field');
	return button(y, at.required ? `${at.label} *` : at.label, `Add ${at.field.line}`);
}

/** Shown with the form's own defaults: a choice decides which fields are in sight. */
function inSight(places: readonly Place[]): Place[] {
	const defaults = new Map(places.flatMap((each): [string, string][] => (each.kind === 'single' ? [[each.leaf.name, String(each.leaf.default ?? '')]] : [])));
	return places.filter(({ show }) => show.every(({ field, is }) => is.includes(defaults.get(field) ?? '')));
}

/** A form as n8n lays it out, drawn from the declaration it is made of. */
export function picture(carrier: Carrier, action: Action): string {
	const resource = carrier.resources[action.resource]?.title ?? action.resource;
	const verb = action.title.split(' ')[0] ?? action.title;
	const parts: string[] = [];
	let y = 74;
	const draw = (drawn: Drawn) => {
		parts.push(drawn.svg);
		y += drawn.height;
	};
	draw(input(y, 'Credential to Connect With', false, `${carrier.title} account`, '', true));
	draw(input(y, 'Resource', false, resource, '', true));
	draw(input(y, 'Operation', false, verb, '', true));
	for (const each of inSight(layoutOf(action))) draw(place(y, each));
	draw(button(y, 'Options', 'Add Option'));
	const height = y + 8;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif" role="img" aria-label="${escape(`${carrier.title}: ${action.title}`)}">`,
		box(0.5, 0.5, WIDTH - 1, height - 1, 'fill="#fafafb" stroke="#d5d5dc"'),
		words(LEFT, 34, carrier.title, 'font-size="18" font-weight="700" fill="#222"'),
		words(LEFT, 52, action.title, 'font-size="12" fill="#888"'),
		...parts,
		'</svg>\n',
	].join('\n');
}
