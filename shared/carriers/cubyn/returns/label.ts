import { z } from 'zod/v4';

import type { Action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { integer } from '../../../declare/field';
import { failed, success, type Result } from '../../../declare/failure';
import type { Json } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { filesIn } from '../../../delivery/item-files';
import { attachmentResponse, cubynAttachment, toAttachment } from '../files/attachment';
import { documentedLabel } from '../files/samples';
import { documentedReturn, returnOfSample } from './documented';
import { cubynParcel, toItem } from '../parcels/parcel';
import { getParcel } from '../parcels/read';
import { returnedParcel } from './look-up';
import { parcelResponse } from '../wire';
import { attachmentFiles, listAttachments, INCLUDE_FILE } from '../files/attachments';
import { createReturn } from './create';

/** A label takes up to 30 seconds, which is longer than a step may take on Zapier. */
const LABEL_PATIENCE_MS = 60_000;

const notReadyWarning = (id: string) =>
	`Cubyn is still making the label, which takes up to 30 seconds. Run "Get Return Label" with the return ${id} then.`;

/** CU20: the label is listed some time after its return, and is IN_PROGRESS at first; up to 30 seconds in all. */
async function readLabel(id: string, steps: Steps): Promise<Result<Item | undefined>> {
	const result = await steps.until(listAttachments, { parcelId: id, type: 'LABEL', withFiles: true }, (labels) =>
		labels.some(({ ready }) => ready === true),
	);
	return result.ok ? success(result.value.find(({ ready }) => ready === true) ?? result.value[0]) : result;
}

const labelQuery = { 'filters[type]': 'LABEL', 'includes[]': INCLUDE_FILE };

export const getReturnLabel: Action = flow({
	resource: 'return',
	verb: 'getLabel',
	title: 'Get Return Label',
	description: 'Reads the label of a return and fetches the PDF. Waits for it while Cubyn is still making it.',
	covers: ['CU20'],
	effect: 'read',
	patienceMs: LABEL_PATIENCE_MS,
	input: z.object({
		id: integer(
			{
				label: 'Return',
				choices: 'returns',
				placeholder: '906312312',
				help: 'Number of the return itself, not of the parcel that comes back.',
				common: true,
			},
			{ min: 1 },
		),
	}),
	output: cubynAttachment,
	files: (item) => attachmentFiles(item, item.id, 'label'),
	fetchesFiles: true,
	example: toAttachment(attachmentResponse.parse(documentedLabel), undefined),
	run: async ({ id }, _facts, steps) => {
		const result = await readLabel(String(id), steps);
		if (!result.ok) return result;
		if (result.value?.ready === true) return success([result.value]);
		const parcel = await steps.call(getParcel, { id });
		const type = parcel.ok ? parcel.value[0]?.type : undefined;
		if (typeof type === 'string' && type !== 'RECIPIENT_RETURN')
			return failed('not_found', `Parcel ${id} is no return: only returns have a label`);
		return failed('unavailable', `The label of the return ${id} is not ready yet`, {
			advice: 'Cubyn takes up to 30 seconds to make it. Run the step again.',
		});
	},
	samples: [
		{
			title: 'By the number of the return (documented)',
			input: { id: 906312312 },
			request: { method: 'GET', path: '/v2/attachments', query: { 'filters[parcelId]': '906312312', ...labelQuery } },
			response: { status: 200, body: [documentedLabel] },
		},
	],
	responses: [
		{
			title: 'Still in the making',
			input: { id: 906312312 },
			response: { status: 200, body: [{ ...documentedLabel, status: 'IN_PROGRESS', file: null }] },
			otherResponses: { '/v3/parcels/906312312': { status: 200, body: documentedReturn } },
			expected: 'unavailable',
		},
		{
			title: 'Of a parcel that is no return',
			input: { id: 904123053 },
			response: { status: 200, body: [] },
			otherResponses: { '/v3/parcels/904123053': { status: 200, body: returnOfSample } },
			expected: 'not_found',
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Return'] }],
});

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : null);

/** The fields the label adds to its return. */
function withLabel<P extends Item>(parcel: P, id: string, result: Result<Item | undefined>) {
	const label = result.ok ? result.value : undefined;
	const [file] = label ? filesIn(label) : [];
	const labelWarnings =
		label?.ready === true
			? []
			: [
					result.ok
						? notReadyWarning(id)
						: `The return is made, but its label could not be read: ${result.failure.message}. Run "Get Return Label" with the return ${id}.`,
				];
	const warnings = [...(Array.isArray(parcel.warnings) ? parcel.warnings.map(String) : []), ...labelWarnings];
	return {
		...parcel,
		labelId: textOf(label?.id),
		labelStatus: textOf(label?.carrierStatus),
		files: file ? [{ key: 'label', name: `return-label-${id}`, url: file.url }] : [],
		...(warnings.length > 0 ? { warnings } : {}),
	};
}

export const createReturnAndGetLabel: Action = flow({
	resource: 'return',
	verb: 'createAndGetLabel',
	title: 'Create Return and Get Label',
	twin: 'recommended',
	description: 'Makes the return of a delivered parcel, waits for its label, and fetches the PDF.',
	covers: ['CU17', 'CU20'],
	effect: 'booking',
	patienceMs: LABEL_PATIENCE_MS,
	input: z.object({ id: returnedParcel() }),
	output: outputItem(() => ({
		...cubynParcel.shape,
		labelId: outputField.text('Label ID'),
		labelStatus: outputField.text('Label Status'),
	})),
	bookingAction: createReturn,
	files: (item) =>
		item.labelId === null || item.labelId === undefined ? [] : attachmentFiles(item, item.labelId, 'label'),
	fetchesFiles: true,
	example: {
		...withLabel(
			toItem(parcelResponse.parse(documentedReturn)),
			'906312312',
			success(toAttachment(attachmentResponse.parse(documentedLabel), undefined)),
		),
		outcome: 'created',
	},
	run: async ({ id }, _facts, steps) => {
		const booked = await steps.call(createReturn, { id });
		const parcel = booked.ok ? booked.value[0] : undefined;
		if (!booked.ok || !parcel) return booked;
		const returnId = String(parcel.id);
		return success([withLabel(parcel, returnId, await readLabel(returnId, steps))]);
	},
	samples: [
		{
			title: 'Of a delivered parcel (documented)',
			input: { id: '904123053' },
			request: { method: 'POST', path: '/v2/parcels/904123053/recipient-returns' },
			otherResponses: {
				'/v3/parcels/904123053': { status: 200, body: returnOfSample },
				'/v3/parcels': { status: 200, body: [] },
				'GET /v2/attachments': { status: 200, body: [documentedLabel] },
			},
			response: { status: 200, body: documentedReturn },
		},
	],
	antiSamples: [{ reason: 'No parcel', input: {}, mentions: ['Parcel'] }],
});
