# One image for bot, worker and pages; which of them it is, the command says.
FROM python:3.13-slim

# pg_dump and pg_restore, for backups; as new as the server of docker-compose.yml.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client \
    && rm --recursive /var/lib/apt/lists/*

RUN useradd --create-home --uid 1000 qatysu && install --directory --owner qatysu /qatysu /qatysu/var /qatysu/var/keys
WORKDIR /qatysu

# Dependencies change less often than code, so they are a layer of their own.
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock

COPY . .

USER qatysu
# Databases on one machine, pictures and keys: what must outlive the container.
VOLUME /qatysu/var
ENV PYTHONUNBUFFERED=1
CMD ["python", "-m", "bot", "run"]
