/** A message on its way to a subscriber. `data` is a string, as the protocol has it. */
export type Delivery = { event: string; channel: string; data: string; user_id?: string }

/** Whoever can be in a channel. */
export type Subscriber = { deliver(message: Delivery): void }

type Member = { user_id: string; user_info?: unknown }
type Channel = { subscribers: Set<Subscriber>; members: Map<Subscriber, Member> }

/** Who listens to which channel, and who is present where. */
export class Channels {
  readonly #channels = new Map<string, Channel>()

  /** Joins a channel. Returns the answer's data: for presence channels who is there. */
  join(name: string, client: Subscriber, member?: Member): object {
    const channel = this.#open(name)
    channel.subscribers.add(client)
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
    if (channel.subscribers.size === 0) this.#channels.delete(name)
  }

  leaveAll(client: Subscriber) {
    for (const name of [...this.#channels.keys()]) this.leave(name, client)
  }

  has(name: string, client: Subscriber): boolean {
    return this.#channels.get(name)?.subscribers.has(client) ?? false
  }

  /** Sends to everyone in the channel but `except`. `data` is a string, as the protocol has it. */
  broadcast(name: string, event: string, data: string, except?: Subscriber, extra: object = {}) {
    for (const client of this.#channels.get(name)?.subscribers ?? []) {
      if (client !== except) client.deliver({ event, channel: name, data, ...extra })
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

  #open(name: string): Channel {
    const channel = this.#channels.get(name) ?? { subscribers: new Set(), members: new Map() }
    this.#channels.set(name, channel)
    return channel
  }

  #users({ members }: Channel): Map<string, unknown> {
    return new Map([...members.values()].map((member) => [member.user_id, member.user_info ?? {}]))
  }
}
