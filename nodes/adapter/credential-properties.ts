import type { INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { control } from './control';
import { showFor } from './wording';

/** The fields of a carrier's connection as n8n's credential form. */
export function credentialProperties(carrier: Carrier): INodeProperties[] {
	return carrier.connection.form.flatMap((field) => {
		if (field.kind === 'group' || field.kind === 'lines') return [];
		return [{ ...control(field, field.key, field.label), ...(field.required ? { required: true } : {}), ...showFor(field.show ? [field.show] : []) }];
	});
}
