import { cn } from '../ui/cn'

type Props = {
  src: string
  /** Empty where the title stands beside it. */
  alt: string
  /** The poster's paper colour, so that its place is not grey while it loads. */
  placeholder?: string
  /** Above the fold: loaded at once, and first. */
  priority?: boolean
  className?: string
}

/** An event's poster, 3:4. A plain image: it is an SVG, so there is nothing to resize and no script is needed. */
export function Poster({ src, alt, placeholder, priority, className }: Props) {
  return (
    <picture
      className={cn('block aspect-3/4 w-full overflow-hidden rounded-paper bg-sunk', className)}
      style={placeholder ? { backgroundColor: placeholder } : undefined}
    >
      <img
        src={src}
        alt={alt}
        width={600}
        height={800}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : 'auto'}
        decoding="async"
        className="-outline-offset-1 size-full rounded-paper object-cover outline-1 outline-ink/10"
      />
    </picture>
  )
}
