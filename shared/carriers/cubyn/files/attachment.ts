import { z } from 'zod/v4';

import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { asText } from '../as-text';
import { idNumber } from '../wire';

const mirrored = passThroughFields({
	format: passThrough.text('Format'),
	pageCount: passThrough.number('Page Count'),
	fileSize: passThrough.number('File Size (Bytes)'),
	createdAt: passThrough.moment('Created At'),
	updatedAt: passThrough.moment('Updated At'),
});

/** CU21 returns less than CU20. The file is fetched only on request, and is null until it exists. */
export const attachmentResponse = z.looseObject({
	id: idNumber,
	type: z.string().nullish(),
	status: z.string().nullish(),
	name: z.string().nullish(),
	parcelId: idNumber.nullish(),
	file: z.looseObject({ key: z.string().nullish(), url: z.string().nullish() }).nullish(),
	s3Url: z.string().nullish(),
	...mirrored.inputShape,
});

export const cubynAttachment = outputItem(() => ({
	id: outputField.id('Attachment ID'),
	carrier: outputField.id('Carrier'),
	parcelId: outputField.text('Parcel ID'),
	type: outputField.text('Type'),
	carrierStatus: outputField.text("Carrier's Own Status"),
	ready: outputField.toggle('Is Ready'),
	name: outputField.text('Name'),
	...mirrored.outputShape,
	files: outputField.files(),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

const fileNameOf = ({ id, name }: z.output<typeof attachmentResponse>) =>
	(name ?? `attachment-${id}`).replace(/\.pdf$/i, '');

export function toAttachment(response: z.output<typeof attachmentResponse>, parcelId: string | number | undefined) {
	const url = response.file?.url ?? response.s3Url ?? undefined;
	return {
		id: String(response.id),
		carrier: 'cubyn',
		parcelId: asText(response.parcelId ?? parcelId),
		type: response.type ?? null,
		carrierStatus: response.status ?? null,
		ready: response.status === 'SUCCESS' || response.status === 'PRINTED',
		name: response.name ?? null,
		...mirrored.toFields(response),
		files: url === undefined ? [] : [{ key: 'file', name: fileNameOf(response), url }],
		carrierData: asJsonObject(response),
	};
}
