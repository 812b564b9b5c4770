public import Findings

/// A piece of running text.
public enum Inline: Sendable, Equatable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(Link)
  case image(Link)
  /// HTML as it was written: one tag, comment or declaration.
  case html(String)
}

/// A link or an image.
public struct Link: Sendable, Equatable {
  /// As it was meant: without escapes, not percent-encoded.
  public var destination: String
  public var title: String
  /// The link's text, the image's description.
  public var children: [Inline]
  public var isImage: Bool
  /// Of the destination in the page where it is written in the link, otherwise of the link's text.
  public var range: SourceRange
}

/// The text of inlines without markup; breaks are spaces, HTML is left out.
public func plainText(of inlines: [Inline]) -> String {
  var text = ""
  for inline in inlines {
    switch inline {
    case .text(let value), .code(let value): text += value
    case .softBreak, .lineBreak: text += " "
    case .emphasis(let children), .strong(let children), .strikethrough(let children): text += plainText(of: children)
    case .link(let link), .image(let link): text += plainText(of: link.children)
    case .html: break
    }
  }
  return text
}
