/**
 * The names by which lines of an earlier step hold what a field wants, in the order they are tried: WooCommerce and
 * Shopify, PrestaShop, and spreadsheets.
 */
export const quantityNames = ['quantity', 'product_quantity', 'qty', 'count'] as const;

/** Shopify's `name` has the variant in it, its `title` has not. */
export const productNames = ['name', 'product_name', 'title'] as const;

export const skuNames = ['sku', 'product_reference', 'SKU'] as const;

/** Of one piece. */
export const priceNames = ['price', 'unit_price_tax_incl', 'product_price', 'unit_price'] as const;

/** Of a whole line, such as a shop's fee. */
export const amountNames = ['amount', 'total'] as const;
