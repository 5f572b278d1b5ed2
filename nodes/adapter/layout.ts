import type { Action } from '../../shared/declare/action';
import type { ShowWhen } from '../../shared/declare/field';
import { handedOver, type Form, type FormField, type LeafField, type LinesField } from '../../shared/declare/form';
import { collectionName } from './names';

/** A single field on n8n's form. */
export interface SingleField {
	kind: 'single';
	leaf: LeafField;
	label: string;
	required: boolean;
	/** Other fields are shown by its value, so it takes no expression: n8n would show all of them. */
	controls: boolean;
	show: readonly ShowWhen[];
}

/** Rarely used fields, and tables of them, behind an "Add Field" button. */
export interface FieldCollection {
	kind: 'collection';
	name: string;
	label: string;
	leaves: readonly LeafField[];
	tables: readonly LineTable[];
	show: readonly ShowWhen[];
}

/** Lines of the same fields; the rarely used ones of a line wait behind a button of their own. */
export interface LineTable {
	kind: 'lines';
	field: LinesField;
	label: string;
	required: boolean;
	visible: readonly LeafField[];
	more: readonly LeafField[];
	show: readonly ShowWhen[];
}

export type FormElement = SingleField | FieldCollection | LineTable;

/** Name of the button's list inside a line. */
export const LINE_COLLECTION = 'more';

/** A switch that is in sight is always sent; everything else may stay empty. */
const canStayEmpty = ({ kind }: LeafField) => kind !== 'toggle';

const isVisible = (leaf: LeafField): boolean =>
	leaf.required || (leaf.common && (leaf.default !== undefined || leaf.choices !== undefined || canStayEmpty(leaf)));

interface ParentContext {
	labels: readonly string[];
	path: readonly string[];
	required: boolean;
	show: readonly ShowWhen[];
	collection: { name: string; label: string };
}

/** A condition names a field of the same level. On the form it needs the full path. */
const conditions = (field: FormField, parent: ParentContext): readonly ShowWhen[] =>
	field.show ? [...parent.show, { ...field.show, field: [...parent.path, field.show.field].join('_') }] : parent.show;

/** The condition that all of them share, if there is one. */
function sharedConditions(fields: readonly LeafField[], parent: ParentContext): readonly ShowWhen[] {
	const [first] = fields;
	const isShared = fields.every((field) => JSON.stringify(field.show) === JSON.stringify(first?.show));
	return first && isShared ? conditions(first, parent) : parent.show;
}

function elementsOf(form: Form, parent: ParentContext): FormElement[] {
	const elements: FormElement[] = [];
	const collected: LeafField[] = [];
	const tables: LineTable[] = [];
	const labelOf = (field: FormField) => [...parent.labels, field.label].join(' ');
	for (const field of form) {
		const show = conditions(field, parent);
		const required = field.required && parent.required;
		if (field.kind === 'group') {
			const label = labelOf(field);
			const collection = { name: collectionName(field.name), label: `${label} Fields` };
			elements.push(...elementsOf(field.fields, { labels: [label], path: field.path, required, show, collection }));
		} else if (field.kind === 'lines') {
			const visible = field.fields.filter(isVisible);
			const more = field.fields.filter((leaf) => !isVisible(leaf));
			const isAdded = field.rare && !required;
			const label = isAdded ? field.label : labelOf(field);
			(isAdded ? tables : elements).push({ kind: 'lines', field, label, required, visible, more, show });
		} else if (isVisible(field)) {
			const isNeeded = required || field.neededWhenShown;
			const controls = form.some((other) => other.show?.field === field.key);
			elements.push({ kind: 'single', leaf: field, label: labelOf(field), required: isNeeded, controls, show });
		} else {
			collected.push(field);
		}
	}
	if (collected.length + tables.length > 0)
		elements.push({
			kind: 'collection',
			...parent.collection,
			leaves: collected,
			tables,
			show: sharedConditions(collected, parent),
		});
	return elements;
}

function topCollection(action: Pick<Action, 'verb' | 'isList'>): { name: string; label: string } {
	if (action.verb === 'update') return { name: 'updateFields', label: 'Update Fields' };
	return action.isList
		? { name: 'filters', label: 'Filters' }
		: { name: 'additionalFields', label: 'Additional Fields' };
}

/** The position of each field of an action on n8n's form. The form and the code that reads it both use this order. */
export function layoutOf(action: Pick<Action, 'form' | 'verb' | 'isList'>): readonly FormElement[] {
	const known = layouts.get(action);
	if (known) return known;
	const root = { labels: [], path: [], required: true, show: [], collection: topCollection(action) };
	const layout = elementsOf(handedOver(action.form, 'whole'), root);
	layouts.set(action, layout);
	return layout;
}

/** Every item of a batch is read by the layout of its action. */
const layouts = new WeakMap<object, readonly FormElement[]>();
