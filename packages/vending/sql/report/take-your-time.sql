-- For what reads a whole day of vends or all the books: the server's own limit is for requests.
set local statement_timeout = '5min'
