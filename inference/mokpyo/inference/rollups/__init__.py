"""What several targets of one centre say together: parts that sum to a stated whole, amounts that contradict it."""
