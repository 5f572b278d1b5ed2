import type { IExecuteFunctions } from 'n8n-workflow';

import type { FileSource } from '../../shared/run/ports';

/** The files beside an incoming item; a handle is the name of the field that holds one. */
export const inputFiles = (host: IExecuteFunctions, index: number): FileSource => ({
	async read(handle) {
		try {
			const { fileName, mimeType } = host.helpers.assertBinaryData(index, handle);
			return {
				file: {
					name: fileName ?? handle,
					contentType: mimeType,
					bytes: await host.helpers.getBinaryDataBuffer(index, handle),
				},
			};
		} catch {
			const names = Object.keys(host.getInputData()[index]?.binary ?? {});
			return {
				problem: `names no file of the incoming item: ${names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`}`,
			};
		}
	},
});
