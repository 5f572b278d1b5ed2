import { page } from '../frame/pages';
import type { HubriseLocation } from './desk.types';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A sentence or a code to be read by a person. */
export function shown(text: string, status = 200): Response {
	return new Response(page('HubRise sandbox', `<p><code>${escaped(text)}</code></p>`), { status, headers: HTML });
}

export function consentPage(client: string, asked: URLSearchParams, locations: readonly HubriseLocation[]): Response {
	const hidden = [...asked].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`);
	const choices = locations.map(({ id, name }) => `<option value="${id}">${escaped(name)} (${id})</option>`);
	const form = [
		`<p>${escaped(client)} asks for ${escaped(asked.get('scope') ?? '')}</p>`,
		'<form method="post" action="/oauth2/v1/authorize">',
		...hidden,
		`<select name="location_id">${choices.join('')}</select>`,
		'<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button>',
		'</form>',
	];
	return new Response(page('HubRise sandbox', form.join('\n')), { headers: HTML });
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
