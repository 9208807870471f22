"""The graph as a web server: the viewer page, a page and RDF for every resource, and a SPARQL endpoint; reading only.

Everything that comes from outside is bounded, and questions are answered in a process of their own (``worker``), which
can be ended; so no question can stop the server.
"""
