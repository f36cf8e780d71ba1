// Room not yet furnished.
