"""The desk: pages, the API, accounts."""
