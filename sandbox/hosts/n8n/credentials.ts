import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { Installed } from './installed';

/** What a person has typed into n8n's credential forms, by credential type. */
export type StoredCredentials = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/** Values of a form that nobody touched. */
function defaultsOf(properties: readonly INodeProperties[]): ICredentialDataDecryptedObject {
	return Object.fromEntries(properties.map(({ name, default: value }) => [name, typeof value === 'object' ? '' : (value ?? '')]));
}

/** n8n's keeper of credentials, without its database. */
export class Keeper extends ICredentialsHelper {
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

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		return this.typeOf(name).properties;
	}

	async authenticate(fields: ICredentialDataDecryptedObject, name: string, options: IHttpRequestOptions | IRequestOptionsSimplified): Promise<IHttpRequestOptions> {
		const type = this.typeOf(name);
		if (typeof type.authenticate !== 'function' || !('url' in options)) throw new Error(`"${name}" does not authenticate by a function`);
		// As n8n calls it, the function has its credential type for `this`.
		return await type.authenticate(fields, options);
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Nothing is encrypted here');
	}

	async getDecrypted(_data: IWorkflowExecuteAdditionalData, details: INodeCredentialsDetails, name: string): Promise<ICredentialDataDecryptedObject> {
		const fields = this.stored[details.id ?? name] ?? this.stored[name];
		if (!fields) throw new Error(`No credential "${name}" is stored`);
		return structuredClone({ ...defaultsOf(this.getCredentialsProperties(name)), ...fields });
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}
}
