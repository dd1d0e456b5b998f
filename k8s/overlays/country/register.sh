# Lets the servers connect to each other, and registers the workers with the coordinator. Running it again changes nothing,
# and brings new passwords and new workers to all servers.
set -eu
run() {
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --host="$1" --file="$(dirname "$0")/$2"
}
for server in $COORDINATOR $WORKERS; do
  run "$server" passwords.sql
done
run "$COORDINATOR" nodes.sql
