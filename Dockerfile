# publist with Word and PDF, not as root:
#   docker build --build-arg VERSION="$(git describe --tags --abbrev=0 | tr -d v)" -t publist .
#   docker run --rm -v "$PWD:/work" --user "$(id -u):$(id -g)" publist build
FROM python:3.13-slim AS build
ARG VERSION=0.2.0.dev0
ENV SETUPTOOLS_SCM_PRETEND_VERSION=$VERSION
WORKDIR /source
COPY . .
RUN python -m venv /publist && /publist/bin/pip install --no-cache-dir ".[all]" \
    && find /publist -name __pycache__ -prune -exec rm -r {} +

FROM python:3.13-slim
COPY --from=build /publist /publist
RUN useradd --create-home --uid 1000 publist
USER 1000
ENV PATH=/publist/bin:$PATH \
    XDG_CACHE_HOME=/tmp/cache
WORKDIR /work
ENTRYPOINT ["publist"]
CMD ["--help"]
