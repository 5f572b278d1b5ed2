import type { JsonObject } from '../../../json';

export const orderId = 'e4f007ae-4412-4f90-bc17-a7aa2679b7a6';

/** CU25, as the quick start sends it. */
export const documentedItems: JsonObject[] = [
	{ productName: 'product33', sku: 'mySku_product33', barcode: 'EAN_product33', quantity: 4 },
];
export const documentedCreated: JsonObject = { id: orderId, pid: '290833', declaredItems: 4, status: 'CREATED' };

/** CU34. */
export const documentedOrder: JsonObject = {
	id: 'b7b41188-ce8e-49bf-94be-b9a11e8c5846',
	lines: [
		{
			id: '0c245d32-4f18-4c93-89e6-db2786dbad66',
			orderId: 'b7b41188-ce8e-49bf-94be-b9a11e8c5846',
			name: 'Product 1',
			barcode: 'barcode_1',
			sku: 'SKU_1',
			quantities: { declared: 1, labeled: 0, stored: 0 },
			createdAt: '2024-01-01T00:00:00.000Z',
			updatedAt: '2024-01-01T00:00:00.000Z',
			lotInformation: { date: '2024-01-01T00:00:00.000Z', reference: 'WIO 123456789' },
		},
	],
	isDeleted: false,
	declaredPackingUnits: 1,
	receivedPackingUnits: 0,
	completedPackingUnits: 0,
	declaredItems: 1,
	storedItems: 0,
	createdAt: '2024-01-01T00:00:00.000Z',
	updatedAt: '2024-01-01T00:00:00.000Z',
	receiptStartedAt: null,
	validatedAt: null,
	completedAt: null,
	deletedAt: null,
	status: 'CREATED',
	ownerId: 111111111,
	insurance: null,
	isSameDayInbound: false,
};

/** CU35. */
export const documentedLine: JsonObject = {
	id: '7dd2599e-e208-4624-8e07-2778b899db99',
	orderId: 'b7b41188-ce8e-49bf-94be-b9a11e8c5846',
	name: 'Product 1',
	barcode: 'barcode_1',
	sku: 'SKU_1',
	quantities: { declared: 1, labeled: 0, stored: 0 },
	createdAt: '2024-01-01T00:00:00.000Z',
	updatedAt: '2024-01-01T00:00:00.000Z',
	lotInformation: { date: '2024-03-03T00:00:00.000Z', reference: 'WIO 100000' },
};

/** CU26 with Cubyn's own document: the sample's response is for a different order than its request. */
export const documentedOtherDelivery: JsonObject = {
	warehouseId: 193543585,
	orderId: '1907ba12-e2b2-4eaa-8587-83fac21b421b',
	carrierName: 'Other carrier',
	estimatedReceptionDate: '2021-12-31T23:00:00.000Z',
	declaredPackingUnits: 2,
	carrierTrackingId: '23eaeabb-7245-4b8c-8d89-2290368e47ab',
	id: 'ea7dd22a-1201-4dba-b360-a3d891e65cc7',
	reference: '23eaeabb-7245-4b8c-8d89-2290368e47ab',
	status: 'CREATED',
	createdAt: '2021-08-02T11:55:47.000Z',
	updatedAt: '2021-08-02T11:55:47.000Z',
	receivedAt: null,
	receivedPackingUnits: 0,
	storedItems: 0,
};

const box = (id: string, tracking: string): JsonObject => ({
	warehouseId: 193543585,
	orderId,
	carrierTrackingId: tracking,
	carrierName: 'UPS',
	estimatedReceptionDate: '2021-12-31T23:00:00.000Z',
	declaredPackingUnits: 1,
	id,
	reference: tracking,
	status: 'CREATED',
	createdAt: '2021-08-02T11:52:08.000Z',
	updatedAt: '2021-08-02T11:52:08.000Z',
	receivedAt: null,
	receivedPackingUnits: 0,
	storedItems: 0,
});

/** CU26 with a carrier's tracking numbers. */
export const documentedBoxes: JsonObject[] = [
	box('a73e2afc-5403-4312-af6b-423a71d42964', '1Z3736373638393837'),
	box('4b4da10c-a0ff-47f9-8af3-a8b5a9627515', '1Z3736373638393838'),
];

/** CU27. */
export const documentedDelivery: JsonObject = {
	id: 'fd16cbc2-8392-49e6-8253-5cfcc026ed93',
	orderId: '3d8fe1a4-41ba-4649-9981-6cf01f26a09b',
	status: 'CREATED',
	reference: '77b3d5d1-450e-4b03-b829-34b9de2849da',
	warehouseId: 3628042,
	createdAt: '2023-06-16T12:35:15.000Z',
	updatedAt: '2023-06-16T12:35:15.770Z',
	receivedAt: null,
	carrierName: 'Other carrier',
	carrierTrackingId: '77b3d5d1-450e-4b03-b829-34b9de2849da',
	fileKey: null,
	estimatedReceptionDate: '2023-06-29T22:00:00.000Z',
	receivedPackingUnits: 0,
	completedPackingUnits: 0,
	receivedItems: 0,
	storedItems: 0,
	declaredPackingUnits: 1,
	deliveryMode: 'STANDARD',
	totalWeight: null,
	boxHeight: null,
	boxLength: null,
	boxWidth: null,
	weight: null,
};

/** CU28, its signature shortened. */
export const documentedDocument: JsonObject = {
	url: 'https://s3-eu-west-1.amazonaws.com/cubyn.staging.vault/deliveries/fd16cbc2-8392-49e6-8253-5cfcc026ed93/liyjz9ul008bba91c4etu7p4.pdf?AWSAccessKeyId=AKIAEXAMPLE&Expires=1686920137&Signature=example',
};
