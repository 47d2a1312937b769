package no.klarert.server;

/** What answers which method on which path. */
record Route(String method, PathPattern path, Endpoint endpoint) {
    static Route get(String path, Endpoint endpoint) {
        return new Route("GET", PathPattern.parse(path), endpoint);
    }

    static Route post(String path, Endpoint endpoint) {
        return new Route("POST", PathPattern.parse(path), endpoint);
    }

    static Route put(String path, Endpoint endpoint) {
        return new Route("PUT", PathPattern.parse(path), endpoint);
    }

    static Route delete(String path, Endpoint endpoint) {
        return new Route("DELETE", PathPattern.parse(path), endpoint);
    }
}
