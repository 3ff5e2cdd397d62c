/** A message on its way to subscribers, written once for all of them: `bytes` is the whole frame's text. */
export type Delivery = { event: string; channel: string; bytes: Buffer }

/** Whoever can be in a channel. */
export type Subscriber = { deliver(message: Delivery): void }

type Member = { user_id: string; user_info?: unknown }
type Channel = {
  subscribers: Set<Subscriber>
  members: Map<Subscriber, Member>
  counting: NodeJS.Timeout | undefined
}

/** Where more listen, changes of their number are told no more often than this. */
const MANY = 100
const COUNT_EVERY_MS = 5_000

/** Who listens to which channel, and who is present where. */
export class Channels {
  readonly #channels = new Map<string, Channel>()

  /** Joins a channel. Returns the answer's data: for presence channels who is there. */
  join(name: string, client: Subscriber, member?: Member): object {
    const channel = this.#open(name)
    channel.subscribers.add(client)
    // After the answer to who joins now.
    if (!member) queueMicrotask(() => this.#tellCount(name))
    if (!member) return {}
    const isNew = !this.#users(channel).has(member.user_id)
    channel.members.set(client, member)
    if (isNew) this.broadcast(name, 'pusher_internal:member_added', JSON.stringify(member), client)
    const users = this.#users(channel)
    return { presence: { count: users.size, ids: [...users.keys()], hash: Object.fromEntries(users) } }
  }

  /** Leaves a channel; the others of a presence channel hear of it when it was the person's last connection. */
  leave(name: string, client: Subscriber) {
    const channel = this.#channels.get(name)
    if (!channel?.subscribers.delete(client)) return
    const member = channel.members.get(client)
    channel.members.delete(client)
    if (member && !this.#users(channel).has(member.user_id)) {
      const data = JSON.stringify({ user_id: member.user_id })
      this.broadcast(name, 'pusher_internal:member_removed', data)
    }
    if (!member) this.#tellCount(name)
    if (channel.subscribers.size > 0) return
    clearTimeout(channel.counting)
    this.#channels.delete(name)
  }

  leaveAll(client: Subscriber) {
    for (const name of [...this.#channels.keys()]) this.leave(name, client)
  }

  has(name: string, client: Subscriber): boolean {
    return this.#channels.get(name)?.subscribers.has(client) ?? false
  }

  isInAny(name: RegExp, client: Subscriber): boolean {
    return [...this.#channels].some(([each, { subscribers }]) => name.test(each) && subscribers.has(client))
  }

  /** Sends to everyone in the channel but `except`. `data` is a string, as the protocol has it. */
  broadcast(name: string, event: string, data: string, except?: Subscriber, extra: object = {}) {
    const bytes = Buffer.from(JSON.stringify({ event, channel: name, data, ...extra }))
    for (const client of this.#channels.get(name)?.subscribers ?? []) {
      if (client !== except) client.deliver({ event, channel: name, bytes })
    }
  }

  /** What the REST API tells of the channels in use whose names begin so. */
  list(prefix: string, info: string[]) {
    const names = [...this.#channels.keys()].filter((name) => name.startsWith(prefix))
    return Object.fromEntries(names.map((name) => [name, this.describe(name, info, true)]))
  }

  describe(name: string, info: string[], short = false) {
    const channel = this.#channels.get(name)
    return {
      ...(short ? {} : { occupied: channel !== undefined }),
      ...(info.includes('subscription_count') ? { subscription_count: channel?.subscribers.size ?? 0 } : {}),
      ...(info.includes('user_count') ? { user_count: channel ? this.#users(channel).size : 0 } : {}),
    }
  }

  listUsers(name: string): { id: string }[] {
    const channel = this.#channels.get(name)
    return channel ? [...this.#users(channel).keys()].map((id) => ({ id })) : []
  }

  memberOf(name: string, client: Subscriber): Member | undefined {
    return this.#channels.get(name)?.members.get(client)
  }

  /** To a few at once; to many after a while, for all who came and went meanwhile. Presence channels tell of people. */
  #tellCount(name: string) {
    const channel = this.#channels.get(name)
    if (!channel || channel.counting) return
    const tell = () => {
      channel.counting = undefined
      const data = JSON.stringify({ subscription_count: channel.subscribers.size })
      this.broadcast(name, 'pusher_internal:subscription_count', data)
    }
    if (channel.subscribers.size <= MANY) tell()
    else channel.counting = setTimeout(tell, COUNT_EVERY_MS).unref()
  }

  #open(name: string): Channel {
    const channel: Channel = this.#channels.get(name) ?? {
      ...{ subscribers: new Set(), members: new Map(), counting: undefined },
    }
    this.#channels.set(name, channel)
    return channel
  }

  #users({ members }: Channel): Map<string, unknown> {
    return new Map([...members.values()].map((member) => [member.user_id, member.user_info ?? {}]))
  }
}
