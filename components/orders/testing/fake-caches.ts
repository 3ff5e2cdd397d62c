/** For tests: the browser's Cache Storage, as much of it as is used here. Pages are named by their paths. */
export class FakeCaches {
  readonly kept = new Map<string, Map<string, Response>>()

  async has(name: string) {
    return this.kept.has(name)
  }
  async keys() {
    return [...this.kept.keys()]
  }
  async delete(name: string) {
    return this.kept.delete(name)
  }
  async open(name: string) {
    const pages = this.kept.get(name) ?? new Map<string, Response>()
    this.kept.set(name, pages)
    return {
      match: async (asked: string | Request) => pages.get(pathOf(asked))?.clone(),
      put: async (asked: string | Request, page: Response) => void pages.set(pathOf(asked), page),
      delete: async (asked: string | Request) => pages.delete(pathOf(asked)),
      keys: async () => [...pages.keys()].map((path) => ({ url: `https://tickets.example${path}` })),
    }
  }

  /** Paths of what is kept under a name, in order. */
  paths(name: string): string[] {
    return [...(this.kept.get(name)?.keys() ?? [])].sort()
  }
}

function pathOf(asked: string | Request): string {
  return new URL(typeof asked === 'string' ? asked : asked.url, 'https://tickets.example').pathname
}
