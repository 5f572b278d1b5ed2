import { PrestaShop } from '../../templates/prestashop-shop';
import { openShop, type OpenShop } from './open-shop';

const KEY = 'PRESTASANDBOXKEY';

export interface OpenPrestaShop extends OpenShop {
	shop: PrestaShop;
	/** What a person types into n8n's credential of the type `httpBasicAuth`: the key is the user. */
	credential: Readonly<Record<string, unknown>>;
}

/** The webservice reads the key alone. */
const userIn = (authorization = '') =>
	Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':')[0];

/** The webservice of a shop behind an address of its own. */
export async function openPrestaShop(): Promise<OpenPrestaShop> {
	const shop = new PrestaShop();
	const open = await openShop(
		({ authorization }) => userIn(authorization) === KEY,
		(method, { pathname, searchParams }, body) => shop.request(method, pathname, searchParams, body),
	);
	return { ...open, shop, credential: { user: KEY, password: '' } };
}
