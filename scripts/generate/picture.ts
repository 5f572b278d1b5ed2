import { layoutOf, type FormElement } from '../../nodes/adapter/layout';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { LeafField } from '../../shared/declare/form';

const WIDTH = 460;
const LEFT = 24;
const INNER = WIDTH - 2 * LEFT;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const textElement = (x: number, y: number, text: string, style: string) =>
	`<text x="${x}" y="${y}" ${style}>${escape(text)}</text>`;
const box = (x: number, y: number, width: number, height: number, style: string) =>
	`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" ${style}/>`;

const LABEL = 'font-size="12" font-weight="600" fill="#333"';
const VALUE = 'font-size="12" fill="#555"';
const HINT = 'font-size="12" fill="#aaa"';
const FRAME = 'fill="#fff" stroke="#ccc"';

interface Drawing {
	svg: string;
	height: number;
}

function input(y: number, label: string, required: boolean, value: string, hint: string, list: boolean): Drawing {
	const arrow = list ? `<path d="M${LEFT + INNER - 18} ${y + 26} l4 4 l4 -4" fill="none" stroke="#888"/>` : '';
	const shown =
		value === '' ? textElement(LEFT + 10, y + 32, hint, HINT) : textElement(LEFT + 10, y + 32, value, VALUE);
	return {
		svg:
			textElement(LEFT, y + 8, required ? `${label} *` : label, LABEL) +
			box(LEFT, y + 15, INNER, 26, FRAME) +
			shown +
			arrow,
		height: 56,
	};
}

function leaf(y: number, label: string, required: boolean, field: LeafField): Drawing {
	const chosen = field.options.find(({ value }) => value === field.default)?.label;
	const hint = field.placeholder ? `e.g. ${field.placeholder}` : field.choices ? 'Choose…' : '';
	return input(
		y,
		label,
		required,
		chosen ?? String(field.default ?? ''),
		hint,
		field.kind === 'choice' || field.choices !== undefined,
	);
}

function button(y: number, label: string, word: string): Drawing {
	const svg =
		textElement(LEFT, y + 8, label, LABEL) +
		box(LEFT, y + 15, INNER, 26, 'fill="#f5f5f7" stroke="#ddd"') +
		textElement(LEFT + INNER / 2, y + 32, word, `${VALUE} text-anchor="middle"`);
	return { svg, height: 56 };
}

function element(y: number, at: FormElement): Drawing {
	if (at.kind === 'single') return leaf(y, at.label, at.required, at.leaf);
	if (at.kind === 'collection') return button(y, at.label, 'Add Field');
	return button(y, at.required ? `${at.label} *` : at.label, `Add ${at.field.line}`);
}

/** Shown with the form's own defaults: a choice decides which fields are in sight. */
function visibleElements(elements: readonly FormElement[]): FormElement[] {
	const defaults = new Map(
		elements.flatMap((each): [string, string][] =>
			each.kind === 'single' ? [[each.leaf.name, String(each.leaf.default ?? '')]] : [],
		),
	);
	return elements.filter(({ show }) => show.every(({ field, is }) => is.includes(defaults.get(field) ?? '')));
}

/** A form as n8n lays it out, drawn from the declaration it is made of. */
export function picture(carrier: Carrier, action: Action): string {
	const resource = carrier.resources[action.resource]?.title ?? action.resource;
	const verb = action.title.split(' ')[0] ?? action.title;
	const parts: string[] = [];
	let y = 74;
	const draw = (drawing: Drawing) => {
		parts.push(drawing.svg);
		y += drawing.height;
	};
	draw(input(y, 'Credential to Connect With', false, `${carrier.title} account`, '', true));
	draw(input(y, 'Resource', false, resource, '', true));
	draw(input(y, 'Operation', false, verb, '', true));
	for (const each of visibleElements(layoutOf(action))) draw(element(y, each));
	draw(button(y, 'Options', 'Add Option'));
	const height = y + 8;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif" role="img" aria-label="${escape(`${carrier.title}: ${action.title}`)}">`,
		box(0.5, 0.5, WIDTH - 1, height - 1, 'fill="#fafafb" stroke="#d5d5dc"'),
		textElement(LEFT, 34, carrier.title, 'font-size="18" font-weight="700" fill="#222"'),
		textElement(LEFT, 52, action.title, 'font-size="12" fill="#888"'),
		...parts,
		'</svg>\n',
	].join('\n');
}
