"""Documents drawn from one Content and one grid: HTML, PDF, .docx, report JSON."""
