import { z } from 'zod/v4';

import type { Action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { integer } from '../../../declare/field';
import { failed, success, type Result } from '../../../declare/failure';
import { out } from '../../../delivery/delivery';
import { filesIn } from '../../../delivery/file';
import { attachmentAnswer, cubynAttachment, toAttachment } from '../files/attachment';
import { documentedLabel } from '../files/samples';
import { documentedReturn, returnOfSample } from './documented';
import { cubynParcel, toItem } from '../parcels/parcel';
import { returnedParcel } from './look-up';
import { parcelAnswer } from '../wire';
import { attachmentFiles, listAttachments, withFile } from '../files/attachments';
import { createReturn } from './create';

const notReady = (id: string) => `Cubyn is still making the label. Run "Get Return Label" with the return ${id} in a moment.`;

/** Reads until the label has left IN_PROGRESS; it is listed only some time after its return. */
async function labelOf(id: string, steps: Steps): Promise<Result<Item | undefined>> {
	const read = await steps.until(listAttachments, { parcelId: id, type: 'LABEL', withFiles: true }, (labels) => labels.some(({ ready }) => ready === true));
	return read.ok ? success(read.value.find(({ ready }) => ready === true) ?? read.value[0]) : read;
}

const query = { 'filters[type]': 'LABEL', 'includes[]': withFile };

export const getReturnLabel: Action = flow({
	resource: 'return',
	verb: 'getLabel',
	title: 'Get Return Label',
	does: 'Reads the label of a return, and fetches the PDF. Waits a while where Cubyn is still making it.',
	covers: ['CU20'],
	effect: 'read',
	input: z.object({ id: integer({ label: 'Return', choices: 'returns', placeholder: '906312312', help: 'Number of the return itself, not of the parcel that comes back.', common: true }, { min: 1 }) }),
	output: cubynAttachment,
	files: (item) => attachmentFiles(item, item.id, 'label'),
	fetchesFiles: true,
	example: toAttachment(attachmentAnswer.parse(documentedLabel), undefined),
	run: async ({ id }, _facts, steps) => {
		const read = await labelOf(String(id), steps);
		if (!read.ok) return read;
		const label = read.value;
		if (!label) return failed('not_found', `Cubyn has no label for ${id}: only returns have one`);
		return success([label.ready === true ? label : { ...label, warnings: [notReady(String(id))] }]);
	},
	samples: [
		{
			title: 'By the number of the return (documented)',
			input: { id: 906312312 },
			request: { method: 'GET', path: '/v2/attachments', query: { 'filters[parcelId]': '906312312', ...query } },
			answer: { status: 200, body: [documentedLabel] },
		},
	],
	antiSamples: [{ why: 'No number', input: {}, names: ['Return'] }],
});

/** What the label adds to its return. */
function withLabel(parcel: Item, id: string, read: Result<Item | undefined>): Item {
	const label = read.ok ? read.value : undefined;
	const [file] = label ? filesIn(label) : [];
	const why = label?.ready === true ? [] : [read.ok ? notReady(id) : `The return is made, but its label could not be read: ${read.failure.message}. Run "Get Return Label" with the return ${id}.`];
	const warnings = [...(Array.isArray(parcel.warnings) ? parcel.warnings : []), ...why];
	return {
		...parcel,
		labelId: label?.id ?? null,
		labelStatus: label?.carrierStatus ?? null,
		files: file ? [{ key: 'label', name: `return-label-${id}`, url: file.url }] : [],
		...(warnings.length > 0 ? { warnings } : {}),
	};
}

export const createReturnAndGetLabel: Action = flow({
	resource: 'return',
	verb: 'createAndGetLabel',
	title: 'Create Return and Get Label',
	does: 'Makes the return of a delivered parcel, waits for its label, and fetches the PDF.',
	covers: ['CU17', 'CU20'],
	effect: 'booking',
	input: z.object({ id: returnedParcel() }),
	output: cubynParcel.extend({ labelId: out.text('Label ID'), labelStatus: out.text('Label Status') }),
	books: createReturn,
	files: (item) => (item.labelId === null || item.labelId === undefined ? [] : attachmentFiles(item, item.labelId, 'label')),
	fetchesFiles: true,
	example: {
		...withLabel(toItem(parcelAnswer.parse(documentedReturn)), '906312312', success(toAttachment(attachmentAnswer.parse(documentedLabel), undefined))),
		outcome: 'created',
	},
	run: async ({ id }, _facts, steps) => {
		const made = await steps.call(createReturn, { id });
		const parcel = made.ok ? made.value[0] : undefined;
		if (!made.ok || !parcel) return made;
		const number = String(parcel.id);
		return success([withLabel(parcel, number, await labelOf(number, steps))]);
	},
	samples: [
		{
			title: 'Of a delivered parcel (documented)',
			input: { id: '904123053' },
			request: { method: 'POST', path: '/v2/parcels/904123053/recipient-returns' },
			reads: {
				'/v3/parcels/904123053': { status: 200, body: returnOfSample },
				'/v3/parcels': { status: 200, body: [] },
				'GET /v2/attachments': { status: 200, body: [documentedLabel] },
			},
			answer: { status: 200, body: documentedReturn },
		},
	],
	antiSamples: [{ why: 'No parcel', input: {}, names: ['Parcel'] }],
});
