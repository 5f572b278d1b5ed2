import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { withCredentials } from '../../shared/declare/connection';
import type { Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import type { GivenFile } from '../../shared/declare/wire';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports, Sent } from '../../shared/run/ports';
import { scriptedPorts } from '../core/ports';

export const KEY = 'CubynSandboxKey0001';

/** What becomes of a request on its way there and back. */
export type Trouble = (nth: number, request: { method: string; url: string }) => 'lost before' | 'lost after' | undefined;

/** The whole road against the embedded Cubyn, which was written from the carrier's pages alone, on its clock. */
export class Cubyning {
	readonly sandbox: Sandbox = createSandbox();
	readonly sent: { method: string; url: string }[] = [];
	trouble: Trouble = () => undefined;
	readonly files: Record<string, GivenFile> = {};
	private readonly access;
	private readonly ports: Ports;

	constructor(key = KEY) {
		const access = connect(cubyn, { application_key: key });
		if (!access.ok) throw new Error(access.failure.message);
		this.access = access.value;
		const { clock } = this.sandbox;
		const source = { read: async (handle: string) => (this.files[handle] ? { file: this.files[handle] } : { problem: 'leads to no file' }) };
		this.ports = {
			...scriptedPorts(async (request): Promise<Sent> => {
				const { method, url, headers, body } = withCredentials(request, this.access);
				this.sent.push({ method, url });
				const trouble = this.trouble(this.sent.length, { method, url });
				const lost: Sent = { lost: { sent: 'maybe', why: 'the connection was closed' } };
				if (trouble === 'lost before') return lost;
				const response = await this.sandbox.fetch(url, { method, headers: { ...headers }, body });
				const answer = { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
				return trouble === 'lost after' ? lost : { answer };
			}, clock.now(), source),
			now: clock.now,
			sleep: async (ms) => void (await clock.advance(ms)),
		};
	}

	/** Hands over a file under this handle. */
	give(handle: string, name: string, contentType: string, bytes: Uint8Array): void {
		this.files[handle] = { name, contentType, bytes };
	}

	async run(action: Action, values: JsonObject, booking: Partial<BookingSettings> = {}): Promise<Result<Item[]>> {
		return await perform({ carrier: cubyn, action, access: this.access, values, booking }, this.ports);
	}

	posts(path: string): number {
		return this.sent.filter(({ method, url }) => method === 'POST' && new URL(url).pathname === path).length;
	}
}

export const pdfBytes = (size = 0): Uint8Array => Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n${' '.repeat(size)}`);
export const pngBytes = (): Uint8Array => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
