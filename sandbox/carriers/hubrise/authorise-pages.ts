import { page } from '../framework/html-pages';
import type { HubriseLocation } from './backoffice.types';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A sentence or a code to be read by a person. */
export function textPage(text: string, status = 200): Response {
	return new Response(page('HubRise sandbox', `<p><code>${escapeHtml(text)}</code></p>`), { status, headers: HTML });
}

export function consentPage(client: string, fields: URLSearchParams, locations: readonly HubriseLocation[]): Response {
	const hidden = [...fields].map(
		([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
	);
	const choices = locations.map(({ id, name }) => `<option value="${id}">${escapeHtml(name)} (${id})</option>`);
	const form = [
		`<p>${escapeHtml(client)} asks for ${escapeHtml(fields.get('scope') ?? '')}</p>`,
		'<form method="post" action="/oauth2/v1/authorize">',
		...hidden,
		`<select name="location_id">${choices.join('')}</select>`,
		'<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button>',
		'</form>',
	];
	return new Response(page('HubRise sandbox', form.join('\n')), { headers: HTML });
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
