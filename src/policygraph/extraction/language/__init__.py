"""What every stage of reading knows of Chinese, and what knows no document."""
