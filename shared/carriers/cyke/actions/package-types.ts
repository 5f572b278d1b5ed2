import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { asJsonObject } from '../../../json';
import { lenientReader } from '../../../declare/lenient-object';
import { outputField, outputItem } from '../../../delivery/delivery';
import { listNotFound } from '../errors';
import { cykeItems } from '../read-response';
import { packageTypeRow } from '../wire';

export const listPackageTypes = action({
	resource: 'packageType',
	verb: 'getAll',
	title: 'Get Many Package Types',
	description: 'Lists the package types agreed for the account.',
	covers: ['CY7'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: outputItem(() => ({
		id: outputField.id('Package Type ID'),
		type: outputField.text('Package Type'),
		volume: outputField.number('Volume'),
		weight: outputField.number('Weight'),
		fragility: outputField.text('Fragility'),
		temperature: outputField.text('Temperature'),
		warnings: outputField.texts('Warnings'),
	})),
	request: (_input, facts) =>
		facts.access.version === 'v1'
			? {
					problems: [
						{ path: [], message: 'Package types cannot be listed with API version V1. Type their names instead' },
					],
				}
			: { method: 'GET', path: '/package_types' },
	readings: {
		...listNotFound,
		200: cykeItems(packageTypeRow, (row, _input, facts) => {
			const { root, warnings } = lenientReader(asJsonObject(row), facts.access.zone);
			return {
				id: String(row.id),
				type: row.type,
				volume: root.number('volume'),
				weight: root.number('weight'),
				fragility: root.text('fragility'),
				temperature: root.text('temperature'),
				...warnings('Cyke'),
			};
		}),
	},
	samples: [
		{
			title: 'All of the account',
			input: {},
			request: { method: 'GET', path: '/api/v2/package_types' },
			response: {
				status: 200,
				body: [
					{ id: 7, type: 'Small box', volume: 12, weight: 2.5, fragility: null, temperature: null },
					{ id: 9, type: 'Bottle crate', volume: 30, weight: 14, fragility: 'fragile', temperature: null },
				],
			},
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { name: 'box' }, mentions: ['name'] }],
});
