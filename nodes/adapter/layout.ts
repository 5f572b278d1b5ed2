import type { Action } from '../../shared/declare/action';
import type { ShowWhen } from '../../shared/declare/field';
import type { Form, FormField, LeafField, LinesField } from '../../shared/declare/form';
import { drawerName } from './names';

/** A field by itself on n8n's form. */
export interface Single {
	kind: 'single';
	leaf: LeafField;
	label: string;
	required: boolean;
	show: readonly ShowWhen[];
}

/** Rarely used fields behind an "Add Field" button. */
export interface Drawer {
	kind: 'drawer';
	name: string;
	label: string;
	leaves: readonly LeafField[];
	show: readonly ShowWhen[];
}

/** Lines of the same fields; the rarely used ones of a line wait behind a button of their own. */
export interface Table {
	kind: 'table';
	field: LinesField;
	label: string;
	required: boolean;
	open: readonly LeafField[];
	more: readonly LeafField[];
	show: readonly ShowWhen[];
}

export type Place = Single | Drawer | Table;

/** Name of the button's list inside a line. */
export const LINE_DRAWER = 'more';

/** A switch that is in sight is always sent; everything else may stay empty. */
const canStayEmpty = ({ kind }: LeafField) => kind !== 'toggle';

const inSight = (leaf: LeafField): boolean => leaf.required || (leaf.common && (leaf.default !== undefined || leaf.choices !== undefined || canStayEmpty(leaf)));

interface Around {
	labels: readonly string[];
	path: readonly string[];
	required: boolean;
	show: readonly ShowWhen[];
	drawer: { name: string; label: string };
}

/** Conditions name a field of the same level; on the form it stands under its whole path. */
const conditions = (field: FormField, around: Around): readonly ShowWhen[] =>
	field.show ? [...around.show, { ...field.show, field: [...around.path, field.show.field].join('_') }] : around.show;

function placesOf(form: Form, around: Around): Place[] {
	const places: Place[] = [];
	const hidden: LeafField[] = [];
	const labelOf = (field: FormField) => [...around.labels, field.label].join(' ');
	for (const field of form) {
		const show = conditions(field, around);
		const required = field.required && around.required;
		if (field.kind === 'group') {
			const label = labelOf(field);
			const drawer = { name: drawerName(field.name), label: `${label} Fields` };
			places.push(...placesOf(field.fields, { labels: [label], path: field.path, required, show, drawer }));
		} else if (field.kind === 'lines') {
			const open = field.fields.filter(inSight);
			const more = field.fields.filter((leaf) => !inSight(leaf));
			places.push({ kind: 'table', field, label: labelOf(field), required, open, more, show });
		} else if (inSight(field)) {
			places.push({ kind: 'single', leaf: field, label: labelOf(field), required, show });
		} else {
			hidden.push(field);
		}
	}
	if (hidden.length > 0) places.push({ kind: 'drawer', ...around.drawer, leaves: hidden, show: around.show });
	return places;
}

function topDrawer(action: Pick<Action, 'verb' | 'many'>): { name: string; label: string } {
	if (action.verb === 'update') return { name: 'updateFields', label: 'Update Fields' };
	return action.many ? { name: 'filters', label: 'Filters' } : { name: 'additionalFields', label: 'Additional Fields' };
}

/** Where each field of an action stands on n8n's form, in order. The form and its reading both follow it. */
export function layoutOf(action: Pick<Action, 'form' | 'verb' | 'many'>): Place[] {
	return placesOf(action.form, { labels: [], path: [], required: true, show: [], drawer: topDrawer(action) });
}
