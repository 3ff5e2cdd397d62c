import { newId } from '../ids'
import type { LineItem } from '../objects'
import type { Turn } from '../turn'
import type { CreateParams } from './checkout-session-params'
import { newMetadata } from './metadata'

type ItemParams = CreateParams['line_items'][number]

/** One line of a session, with the price and the product that its `price_data` describes. */
export function createLineItem(turn: Turn, item: ItemParams): LineItem {
  const { currency, unit_amount, product_data } = item.price_data
  const amount = unit_amount * item.quantity
  const price = {
    ...PRICE_DEFAULTS,
    id: newId('price'),
    created: turn.now,
    currency,
    product: createProduct(turn, product_data),
    tax_behavior: item.price_data.tax_behavior ?? 'unspecified',
    unit_amount,
    unit_amount_decimal: String(unit_amount),
  }
  return {
    id: newId('li'),
    object: 'item',
    amount_subtotal: amount,
    amount_total: amount,
    currency,
    description: product_data.name,
    quantity: item.quantity,
    price,
    ...{
      adjustable_quantity: null,
      amount_discount: 0,
      amount_tax: 0,
      metadata: newMetadata(item.metadata),
    },
  }
}

function createProduct(turn: Turn, data: ItemParams['price_data']['product_data']): string {
  const id = newId('prod')
  turn.tables.products.set(id, {
    ...PRODUCT_DEFAULTS,
    id,
    object: 'product',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(data.metadata),
    name: data.name,
    description: data.description ?? null,
    images: data.images ?? [],
  })
  return id
}

const PRODUCT_DEFAULTS = {
  active: false,
  default_price: null,
  marketing_features: [],
  type: 'service',
  url: null,
}

const PRICE_DEFAULTS = {
  object: 'price',
  active: false,
  billing_scheme: 'per_unit',
  custom_unit_amount: null,
  livemode: false,
  lookup_key: null,
  metadata: {},
  nickname: null,
  recurring: null,
  tiers_mode: null,
  transform_quantity: null,
  type: 'one_time',
}
