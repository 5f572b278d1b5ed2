import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { withCredentials } from '../../shared/declare/credentials';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/json';
import type { InputFile } from '../../shared/declare/wire';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports, SendResult } from '../../shared/run/ports';
import { asReady } from '../core/samples';
import { scriptedPorts } from '../core/scripted-ports';

export const KEY = 'CubynSandboxKey0001';

/** The fault of a request or of its response. */
export type FaultPlan = (
	nth: number,
	request: { method: string; url: string },
) => 'lost before' | 'lost after' | undefined;

/** The whole pipeline against the embedded Cubyn, written only from the carrier's pages, on its clock. */
export class CubynHarness {
	readonly sandbox: Sandbox = createSandbox();
	readonly sent: { method: string; url: string }[] = [];
	fault: FaultPlan = () => undefined;
	readonly files: Record<string, InputFile> = {};
	private readonly access;
	private readonly ports: Ports;

	constructor(key = KEY) {
		const access = connect(cubyn, { application_key: key });
		if (!access.ok) throw new Error(access.failure.message);
		this.access = access.value;
		const { clock } = this.sandbox;
		const source = {
			read: async (handle: string) =>
				this.files[handle] ? { file: this.files[handle] } : { problem: 'leads to no file' },
		};
		this.ports = {
			...scriptedPorts(
				async (request): Promise<SendResult> => {
					const { method, url, headers, body } = withCredentials(request, asReady(this.access));
					this.sent.push({ method, url });
					const fault = this.fault(this.sent.length, { method, url });
					const noResponse: SendResult = { noResponse: { delivered: 'maybe', reason: 'the connection was closed' } };
					if (fault === 'lost before') return noResponse;
					const fetched = await this.sandbox.fetch(url, { method, headers: { ...headers }, body });
					const response = {
						status: fetched.status,
						headers: Object.fromEntries(fetched.headers),
						text: await fetched.text(),
					};
					return fault === 'lost after' ? noResponse : { response };
				},
				clock.now(),
				source,
			),
			now: clock.now,
			sleep: async (ms) => void (await clock.advance(ms)),
		};
	}

	/** Hands over a file under this handle. */
	addFile(handle: string, name: string, contentType: string, bytes: Uint8Array): void {
		this.files[handle] = { name, contentType, bytes };
	}

	async run(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Result<Item[]>> {
		return await perform({ carrier: cubyn, action, access: this.access, values, booking }, this.ports);
	}

	/** As a host without a time limit runs it. */
	async runPatiently(action: Action, values: JsonObject): Promise<Result<Item[]>> {
		const { patienceMs: budgetMs } = action;
		return await perform({ carrier: cubyn, action, access: this.access, values, budgetMs }, this.ports);
	}

	postCount(path: string): number {
		return this.sent.filter(({ method, url }) => method === 'POST' && new URL(url).pathname === path).length;
	}
}

export const pdfBytes = (size = 0): Uint8Array =>
	Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n${' '.repeat(size)}`);
export const pngBytes = (): Uint8Array => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
