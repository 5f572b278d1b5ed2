import type { ShopRequest } from '../update';

const escape = (text: string) =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, '');

/** The body of a write. The webservice answers in JSON, and takes XML. */
export const xml = (resource: string, fields: Readonly<Record<string, string>>) =>
	`<?xml version="1.0" encoding="UTF-8"?><prestashop><${resource}>${Object.entries(fields)
		.map(([key, value]) => `<${key}>${escape(value)}</${key}>`)
		.join('')}</${resource}></prestashop>`;

export const request = (
	purpose: ShopRequest['purpose'],
	method: ShopRequest['method'],
	path: string,
	body: string | null,
): ShopRequest => ({ purpose, method, path, contentType: 'text/xml', body });

/** Stands for a list that is empty. An empty one would be left out where items are simplified. */
export const NONE = 'none';

/** All of a resource that has this value. A list that is empty is answered by `[]`, without the resource's name. */
export const question = (resource: string, field: string, value: string): ShopRequest =>
	request(
		'question',
		'GET',
		`/api/${resource}?output_format=JSON&display=full&filter[${field}]=[${encodeURIComponent(value)}]`,
		null,
	);
