# The site, its workers and its sweep are one image with different commands (docker-compose.yml).

FROM debian:12-slim AS fonts
RUN apt-get update -qq && apt-get install -qq -y --no-install-recommends python3 ca-certificates
WORKDIR /fonts
COPY scripts scripts
RUN python3 -c "from scripts.bootstrap.fonts import prepare, FACES, FOLDER; prepare(); \
    assert all((FOLDER / face).is_file() for face in FACES)"

FROM python:3.12-slim-bookworm
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home --home-dir /srv/nianbao --uid 10001 nianbao \
    && install -d -o nianbao -g nianbao /data
WORKDIR /srv/nianbao

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt

COPY --from=fonts /fonts/fonts fonts
COPY manage.py ./
COPY config config
COPY agencies agencies
COPY reports reports
COPY templates templates
COPY static static

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NIANBAO_DATA=/data \
    NIANBAO_STATIC=/srv/nianbao/collected \
    NIANBAO_BIND=0.0.0.0:8000
RUN NIANBAO_DATA=/tmp/build python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q config agencies reports \
    && rm -rf /tmp/build

USER nianbao
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
