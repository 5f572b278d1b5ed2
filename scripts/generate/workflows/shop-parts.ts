import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Link, ReadyWorkflow, Step } from './canvas';
import type { ShopCredential } from './http';

/** A step of another package, which stands where the workflow places it. */
export type ShopStep = Omit<Step, 'at'>;

/** Steps that read all orders of a period into one item, under `orders`. */
export interface AllOrders {
	steps: readonly ShopStep[];
	/** On to Compare with bookings, and to Report by mail. */
	links: readonly Link[];
}

/** What differs from shop to shop. */
export interface ShopParts {
	file: string;
	title: string;
	/** As the steps name it. */
	shop: string;
	prefix: string;
	/** What starts the workflow with an order, and has the sample. */
	trigger: ShopStep;
	/** All orders that may have to be delivered, an item each. */
	list: readonly ShopStep[];
	/** Orders that changed lately, for a shop that has no webhooks: an item each, with the order's `id`. */
	changed?: readonly ShopStep[];
	/** One whole order, by `$json.orderKey`. */
	read: readonly ShopStep[];
	/** The step of these whose item is a whole order to book. */
	wholeOrder: string;
	/** What the shop answers for an order, by step. */
	answers: (order: IDataObject) => ReadyWorkflow['pinned'];
	/** How the answer to Prepare Shop Update's question for an order is read. */
	finding: {
		/** The order's key, empty where the shop has no such order. */
		key: string;
		/** Why it is no answer, empty where it is one. */
		refusal?: string;
		/** Of HTTP Request. */
		options?: INodeParameters;
	};
	/** What a mail says of a whole order: its number, and whom to call where. */
	orderNumber: string;
	customer: string;
	/** Further fields of Book after a failed delivery, which changes the order in the shop. */
	bookingAgain?: INodeParameters;
	/** A field that every order of the shop has. */
	orderField: string;
	/** The HTTP Request steps' own way to sign in. */
	credential: ShopCredential;
	/** Answers are handed over whole, with their status: a list that is empty would be no item. */
	wholeAnswers?: boolean;
	/** Further fields of Book and of Compare. */
	reading?: INodeParameters;
	/** Further fields of Book. */
	booking?: INodeParameters;
	/** Further fields of what is written to the shop. */
	updateFields?: INodeParameters;
	/** Where an answer of 200 may be a refusal: the expression for its reason, empty where there is none. */
	refusal?: string;
	/** Further values of Settings. */
	settings?: Readonly<Record<string, string | number>>;
	/** How the workflow comes to know of an order. */
	notice: string;
	setUp: string;
	/** What the credential is, and what it must be allowed. */
	credentialHelp?: string;
	rights?: string;
	/** What Settings has besides, for the workflows around the orders. */
	setUpSettings?: string;
	/** The same of what is written to the shop. */
	setUpUpdate?: string;
	sample: IDataObject;
	/** All orders of the last days, in any status. */
	all: AllOrders;
}
