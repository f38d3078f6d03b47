# Each file of rules is read by an ipvsadm of its own, which is dear here; what it prints on both channels keeps its order.
while read -r file; do
  stdbuf -o0 ipvsadm -R <"$file" 2>&1
  echo
  echo "@end"
done <files
