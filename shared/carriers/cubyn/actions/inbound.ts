import type { Action } from '../../../declare/action';
import { createInboundOrder } from './inbound-create';
import { deleteInboundOrder, setInboundStatus, updateLineLot } from './inbound-change';
import { addDeliveries } from './inbound-deliveries';
import { getDeliveryDocument, listInboundDeliveries } from './inbound-delivery-list';
import { getInboundOrder, listInboundOrders, listWarehouses } from './inbound-list';
import { sendInventory } from './send-inventory';

export const inboundActions: readonly Action[] = [
	sendInventory,
	createInboundOrder,
	addDeliveries,
	getDeliveryDocument,
	listInboundDeliveries,
	setInboundStatus,
	getInboundOrder,
	listInboundOrders,
	deleteInboundOrder,
	updateLineLot,
	listWarehouses,
];
