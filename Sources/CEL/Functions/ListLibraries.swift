import Findings

extension Library {
  /// Kubernetes' own functions on lists.
  static let lists = Library(
    "lists", .all,
    """
    list<int>.isSorted() -> bool
    list<uint>.isSorted() -> bool
    list<double>.isSorted() -> bool
    list<bool>.isSorted() -> bool
    list<duration>.isSorted() -> bool
    list<timestamp>.isSorted() -> bool
    list<string>.isSorted() -> bool
    list<bytes>.isSorted() -> bool
    list<int>.sum() -> int
    list<uint>.sum() -> uint
    list<double>.sum() -> double
    list<duration>.sum() -> duration
    list<int>.max() -> int
    list<uint>.max() -> uint
    list<double>.max() -> double
    list<bool>.max() -> bool
    list<duration>.max() -> duration
    list<timestamp>.max() -> timestamp
    list<string>.max() -> string
    list<bytes>.max() -> bytes
    list<int>.min() -> int
    list<uint>.min() -> uint
    list<double>.min() -> double
    list<bool>.min() -> bool
    list<duration>.min() -> duration
    list<timestamp>.min() -> timestamp
    list<string>.min() -> string
    list<bytes>.min() -> bytes
    list<A>.indexOf(A) -> int
    list<A>.lastIndexOf(A) -> int
    """)

  /// cel-go's functions on lists, in Kubernetes' environment since 1.34. The last are for the macro `sortBy`.
  static let moreLists = Library(
    "more lists", .since(35),
    """
    list<T>.slice(int, int) -> list<T>
    list<list<T>>.flatten() -> list<T>
    list<dyn>.flatten(int) -> list<dyn>
    =lists.range(int) -> list<int>
    list<T>.distinct() -> list<T>
    list<T>.reverse() -> list<T>
    list<int>.sort() -> list<int>
    list<uint>.sort() -> list<uint>
    list<double>.sort() -> list<double>
    list<bool>.sort() -> list<bool>
    list<duration>.sort() -> list<duration>
    list<timestamp>.sort() -> list<timestamp>
    list<string>.sort() -> list<string>
    list<bytes>.sort() -> list<bytes>
    list<T>.@sortByAssociatedKeys(list<int>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<uint>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<double>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<bool>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<duration>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<timestamp>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<string>) -> list<T>
    list<T>.@sortByAssociatedKeys(list<bytes>) -> list<T>
    """)

  /// In Kubernetes' environment since 1.29.
  static let sets = Library(
    "sets", .since(30),
    """
    =sets.contains(list<T>, list<T>) -> bool
    =sets.equivalent(list<T>, list<T>) -> bool
    =sets.intersects(list<T>, list<T>) -> bool
    """)
}
