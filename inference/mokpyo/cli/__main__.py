"""``python -m mokpyo.cli``: the command line without its installed script."""

from mokpyo.cli.app import main

main()
