# The oldest Python that is supported, which is the one that CI tests with.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY graph graph
COPY seeds seeds
COPY viz viz
COPY api api
RUN python -m venv /opt/liantu && /opt/liantu/bin/pip install --no-cache-dir .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home liantu && install -d -o liantu -g liantu /data
COPY --from=build /opt/liantu /opt/liantu
# Everything that lasts lies in /data; outside a container nobody listens at 0.0.0.0 without tokens,
# nor does anybody here: make one first (docs/operations.md).
ENV PATH=/opt/liantu/bin:$PATH \
    PYTHONUTF8=1 \
    LIANTU_STORE=sqlite:////data/liantu.sqlite \
    LIANTU_TOKENS=/data/tokens.json \
    LIANTU_HOST=0.0.0.0 \
    LIANTU_PORT=8000
VOLUME /data
WORKDIR /data
USER liantu
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=12)"]
ENTRYPOINT ["liantu"]
CMD ["serve"]
