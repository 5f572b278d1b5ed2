import {
	ICredentialsHelper,
	type CredentialInformation,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { Installed } from './installed';
import { inputNode } from './node';
import { workflowOf } from './workflow';

/** What a person has typed into n8n's credential forms, by credential type. */
export type StoredCredentials = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/** Values of an untouched form. */
export function defaultsOf(properties: readonly INodeProperties[]): ICredentialDataDecryptedObject {
	return Object.fromEntries(
		properties.map(({ name, default: value }) => [name, typeof value === 'object' ? '' : (value ?? '')]),
	);
}

/** n8n works out expressions of a credential from its other fields. */
export function resolveExpressions(
	installed: Installed,
	fields: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const node = inputNode();
	const { expression } = workflowOf(installed, { nodes: [node], connections: {} });
	const entries = Object.entries(fields).map(([name, value]): [string, CredentialInformation] => {
		const computed =
			typeof value === 'string' && value.startsWith('=')
				? expression.getComplexParameterValue(node, value, 'internal', {}, undefined, undefined, fields)
				: value;
		return [name, typeof computed === 'string' ? computed : value];
	});
	return Object.fromEntries(entries);
}

/** n8n's keeper of credentials, without its database. */
export class SandboxCredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly installed: Installed,
		private readonly stored: StoredCredentials,
	) {
		super();
	}

	private typeOf(name: string) {
		const found = this.installed.credentials.get(name);
		if (!found) throw new Error(`No credential type is called "${name}"`);
		return found;
	}

	getParentTypes(name: string): string[] {
		return [...(this.typeOf(name).extends ?? [])];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		return this.typeOf(name).properties;
	}

	async authenticate(
		fields: ICredentialDataDecryptedObject,
		name: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const type = this.typeOf(name);
		if (typeof type.authenticate !== 'function' || !('url' in options))
			throw new Error(`"${name}" does not authenticate by a function`);
		// As n8n calls it, the function has its credential type for `this`.
		return await type.authenticate(fields, options);
	}

	/** n8n requests a token while the property that it expires by is empty; what it is given it would store. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		fields: ICredentialDataDecryptedObject,
		name: string,
		_node: INode,
		isExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(name);
		const expirable = type.properties.find(({ typeOptions }) => typeOptions?.expirable === true);
		if (!expirable || !type.preAuthentication) return undefined;
		if (fields[expirable.name] !== '' && !isExpired) return undefined;
		const given = await type.preAuthentication.call(helpers, fields);
		if (given[expirable.name] === undefined) return undefined;
		throw new Error('A token would be stored with the credential');
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Nothing is encrypted here');
	}

	async getDecrypted(
		_data: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		name: string,
	): Promise<ICredentialDataDecryptedObject> {
		const fields = this.stored[details.id ?? name] ?? this.stored[name];
		if (!fields) throw new Error(`No credential "${name}" is stored`);
		return resolveExpressions(this.installed, {
			...defaultsOf(this.getCredentialsProperties(name)),
			...structuredClone(fields),
		});
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}
}
