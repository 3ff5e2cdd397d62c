import { afterEach, describe, expect, it, vi } from 'vitest'
import { dismissToast, readToasts, showToast, watchToasts } from './toast-store'

afterEach(() => {
  for (const toast of readToasts()) dismissToast(toast.id)
})

describe('toasts', () => {
  it('stand three at most, the oldest leaving first', () => {
    for (const text of ['one', 'two', 'three', 'four']) showToast(text)
    expect(readToasts().map((toast) => toast.text)).toEqual(['two', 'three', 'four'])
  })

  it('tell whoever watches, until they stop watching', () => {
    const listener = vi.fn()
    const stop = watchToasts(listener)
    showToast('one')
    stop()
    showToast('two')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('can be dismissed twice without harm', () => {
    showToast('one')
    const [toast] = readToasts()
    dismissToast(toast!.id)
    dismissToast(toast!.id)
    expect(readToasts()).toEqual([])
  })
})
